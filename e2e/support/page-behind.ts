/** The built page, as it stands behind dev servers: they serve it, and its head names them. */
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { builtPage } from "../../dev/built-page.ts";
import type { Ports } from "../../server/http/ports.ts";

/** The policy lets a page ask its own origin alone, and the other dev server has one of its own. */
const POLICY = /<meta http-equiv="?Content-Security-Policy[^>]*>/;

/**
 * @param ports null: the Node server alone serves it
 * @returns a folder with it, which whoever asked removes
 */
export async function pageBehind(ports: Ports | null): Promise<string> {
  const folder = await mkdtemp(`${tmpdir()}/sse-playground-page-`);
  await cp(await builtPage(), folder, { recursive: true });
  if (ports === null) return folder;
  const index = `${folder}/index.html`;
  const page = await readFile(index, "utf8");
  if (!POLICY.test(page)) throw new Error(`${index} has no Content-Security-Policy any more`);
  const { page: own, twin, server } = ports;
  const named = `<meta name="dev-servers" content="[${own}, ${twin}]"><meta name="server" content="${server}">`;
  await writeFile(index, page.replace(POLICY, named));
  return folder;
}
