/** A style sheet that is imported for its effect: webpack links it. */
declare module "*.css";
