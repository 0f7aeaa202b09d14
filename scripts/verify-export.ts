// `npm run verify-export -- FOLDER`: whether the rows in an export's folder are those that its manifest counts.
import { verifyExport } from "../server/exports/verify.ts";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Use: npm run verify-export -- FOLDER");
  process.exitCode = 1;
} else {
  const { manifest, faults } = await verifyExport(folder);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else if (manifest) {
    const { rows, sha256 } = manifest.checkpoint;
    const { check, complete, state: end } = manifest;
    const state = complete ? "complete" : `${end}, not complete`;
    const counted =
      check?.verdict === undefined
        ? "not checked against a count"
        : `${check.verdict}: ${check.found} of ${check.counted ?? "?"} conversations`;
    console.log(
      `${rows.toLocaleString("en")} rows, ${state} (${counted}), SHA-256 ${sha256}: the file is what the manifest says.`,
    );
  }
}
