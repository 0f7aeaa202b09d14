import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Plugin } from "vite";

/** What the product is compared with, and what those packages need beside React. */
const dependencies = {
  "ag-grid-community": "36.2.0",
  "tanstack-table-8": "npm:@tanstack/react-table@8.21.3",
  "@glideapps/glide-data-grid": "6.0.3",
  lodash: "4.18.1",
  marked: "4.3.0",
  "react-responsive-carousel": "3.2.23",
  "material-react-table": "3.2.1",
  "@mui/material": "7.3.11",
  "@mui/icons-material": "7.3.11",
  "@mui/x-date-pickers": "8.29.5",
  "@emotion/react": "11.14.0",
  "@emotion/styled": "11.14.1",
};

const folder = join(tmpdir(), "earshot-bench-tables");

/** Installs them in a folder of their own when they are needed: 300 MB that `npm ci` should not carry. */
export async function installRivals(): Promise<void> {
  const isThere = Object.keys(dependencies).every((name) => existsSync(join(folder, "node_modules", name)));
  if (isThere) return;
  console.error("Installing the tables to compare with ...");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  // React is the project's own, in the same version for everyone, so the packages' peers are not installed.
  const args = ["install", "--legacy-peer-deps", "--no-audit", "--no-fund"];
  await promisify(execFile)("npm", args, { cwd: folder, shell: process.platform === "win32" });
}

/** Stands before the name of a package that is none of the project's: it is imported from where it was installed. */
const scheme = "rival:";

/** Lets the bench's pages import what is installed there, as `rival:` and the package's name. */
export function rivalPackages(): Plugin {
  return {
    name: "rival-packages",
    enforce: "pre",
    resolveId(source) {
      if (!source.startsWith(scheme)) return null;
      return this.resolve(source.slice(scheme.length), join(folder, "index.js"), { skipSelf: true });
    },
  };
}
