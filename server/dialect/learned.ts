import type { Finding } from "../../contract/findings.ts";

/** What was found out, to be remembered. */
export type Learned = Omit<Finding, "at" | "how" | "status" | "code"> & { how?: Finding["how"] };
