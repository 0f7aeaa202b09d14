import { runTool } from "../../../scripts/run.ts";

/** The end-to-end tests drive what ships, so it is built first, unless it already is built from these sources. */
export default async function buildProduct(): Promise<void> {
  const code = await runTool("tsx", ["scripts/build.ts", "--if-needed"]);
  if (code !== 0) throw new Error("The product does not build; see above.");
}
