import { createHash } from "node:crypto";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those whose files take longest come first, so that the short ones fill the workers up at the end. */
const projects = ["server", "dom", "pure"];

/**
 * The order of test files: project by project, because a worker ends where the next file is another project's, and
 * within a project a random one by the seed that the run prints. Nothing else decides: no durations of earlier runs,
 * which a fresh clone has not, so that `--sequence.seed` gives the same order on every machine.
 */
export class FileOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    const keyed = files.map((file) => {
      const path = file.moduleId.replace(root, "");
      const key = createHash("sha1").update(`${sequence.seed} ${path}`).digest("hex");
      return { file, project: projects.indexOf(file.project.name), key };
    });
    keyed.sort((a, b) => a.project - b.project || (a.key < b.key ? -1 : 1));
    return Promise.resolve(keyed.map(({ file }) => file));
  }
}
