/** Imported first: the picture shows the ports that people see, unless others are set. */
process.env["PAGE_PORT"] ??= "8345";
process.env["TWIN_PORT"] ??= "8346";
process.env["SERVER_PORT"] ??= "3333";
