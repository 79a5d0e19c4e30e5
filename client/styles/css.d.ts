/** A style sheet: webpack links it to the page; the viewer, which is one file, takes its text. */
declare module "*.css" {
  const text: string;
  export default text;
}
