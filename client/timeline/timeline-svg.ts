/** The timeline as a file of its own, which any viewer shows: no style sheet, font or script is fetched. Pure. */
import { legalXml, xml } from "../../trace/share/quote/html.ts";

/** `drawing`: an `<svg>` element as XML; `css`: its styles, whose `var(--…)` `token` reads. */
type Picture = {
  title: string;
  drawing: string;
  width: number; // px
  height: number; // px
  fontSize: string;
  css: string;
  token(name: string): string;
};

/** px; the title stands in the room above the drawing. */
const MARGIN = 16;
const TITLE = 34;

export function timelineSvg({
  title,
  drawing,
  width,
  height,
  fontSize,
  css,
  token,
}: Picture): string {
  const wide = width + 2 * MARGIN;
  const high = height + TITLE + 2 * MARGIN;
  const styles = css.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => token(name).trim());
  const words = xml(title);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" font-size="${fontSize}">
<title>${words}</title>
<style>${xml(styles)}</style>
<rect class="paper" width="100%" height="100%"/>
<text class="title" x="${MARGIN}" y="${TITLE}">${words}</text>
<g transform="translate(${MARGIN} ${MARGIN + TITLE})">
${legalXml(drawing).replaceAll(/<!--.*?-->/gs, "")}
</g>
</svg>
`;
}
