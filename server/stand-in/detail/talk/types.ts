/**
 * What people say in one language. `{order}` and `{agent}` are filled in. Lists by topic have one entry for each of the
 * sample's topics, in their order: late delivery, refund, change of address, wrong invoice, cancellation, appointment.
 */
export type Dialogue = {
  customer: {
    /** What it is about, by topic. */
    opens: readonly string[];
    details: readonly string[];
    upset: readonly string[];
    happy: readonly string[];
    /** The last word, by how it went. */
    bye: { good: string; bad: string; neutral: string };
  };
  agent: {
    greets: string;
    asks: readonly string[];
    acts: readonly string[];
    /** The answer, by topic, sentence by sentence. */
    solves: readonly (readonly string[])[];
    bye: string;
  };
  assistant: { greets: string; handsOver: string };
};
