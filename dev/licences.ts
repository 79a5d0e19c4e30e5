/** The notices of all packages that end in the page's bundle, and so in the viewer's, as one file beside it. */
import path from "node:path";
import MinimizerPlugin from "minimizer-webpack-plugin";
import LicensePlugin from "webpack-license-plugin";

/** Where the page finds them, which puts them into a file that it saves of itself. */
const LICENCES = "licences.txt";

type Package = Record<"name" | "version" | "license", string> & {
  licenseText?: string;
  noticeText?: string;
};

export function licences(): LicensePlugin {
  return new LicensePlugin({
    outputFilename: LICENCES, // JSON, in whose place the text comes: one file is enough
    includeNoticeText: true,
    includePackages: () => [path.resolve("node_modules/typebox")], // a dev server keeps it out of the page
    additionalFiles: { [LICENCES]: notices },
  });
}

/** It takes a fifteenth of the time of webpack's own; the notices are in LICENCES, not in a file for each script. */
export const minifier = new MinimizerPlugin({
  minify: MinimizerPlugin.swcMinify,
  extractComments: false,
  minimizerOptions: { compress: { passes: 2 }, format: { comments: false } },
});

function notices(packages: readonly Package[]): string {
  const each = packages.map(({ name, version, license, licenseText = "", noticeText = "" }) =>
    [`${name} ${version} (${license})`, licenseText.trim(), noticeText.trim()]
      .filter((part) => part !== "")
      .join("\n\n"),
  );
  return `The page is made with these packages.\n\n${each.join(`\n\n${"-".repeat(60)}\n\n`)}\n`;
}
