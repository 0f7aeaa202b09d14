/** Faults that an answer can have by itself. */
export const answerFaults = ["401", "403", "404", "429", "500", "503", "hang", "drip", "html", "cut"] as const;
/** Faults of a query's pages, of its order, and of a job. */
export const pageFaults = ["expired", "repeat", "empty", "pagesize", "order", "job-failed"] as const;

export type AnswerFault = (typeof answerFaults)[number];
export type PageFault = (typeof pageFaults)[number];

/** A fault that was asked for. */
export type FaultOrder = {
  fault: AnswerFault | PageFault;
  /** On the second page, not on the first. */
  later: boolean;
  /** The same request sent again is answered well. */
  once: boolean;
};

/** Reads `500`, `cut-later`, `503-once`, `hang-later-once`. */
export function readFaultOrder(text: string): FaultOrder | undefined {
  const [, word, later, once] = /^(.*?)(-later)?(-once)?$/.exec(text) ?? [];
  const fault = [...answerFaults, ...pageFaults].find((one) => one === word);
  return fault && { fault, later: later !== undefined, once: once !== undefined };
}

export function isAnswerFault(fault: FaultOrder["fault"]): fault is AnswerFault {
  return answerFaults.some((one) => one === fault);
}
