/**
 * Reads each answer once: the same answer gives the same result, or throws the same error again. The query cache has an
 * answer that stands in for another one read with every drawing, and takes each new error for a change that has to be
 * drawn: what cannot be read would be drawn without end.
 */
export function readOnce<Answer extends object, Result>(read: (answer: Answer) => Result): (answer: Answer) => Result {
  const known = new WeakMap<Answer, { result: Result } | { error: unknown }>();
  return (answer) => {
    let outcome = known.get(answer);
    if (!outcome) {
      try {
        outcome = { result: read(answer) };
      } catch (error) {
        outcome = { error };
      }
      known.set(answer, outcome);
    }
    if ("error" in outcome) throw outcome.error;
    return outcome.result;
  };
}
