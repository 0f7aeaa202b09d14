/** A small account that fails where a test tells it to. Specs that share settings share a running product. */
export const faulty = { SAMPLE_CONVERSATIONS: "3000", SAMPLE_FAULTS: "1" };
