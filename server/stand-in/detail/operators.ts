import { operatorIds } from "../sample/sets.ts";

const nextBestResponse = "intelligence_operator_01kea27sy7ffsafmtsfp17nzx4";

function written(id: string, displayName: string, description: string, more: Record<string, unknown>) {
  return {
    id,
    displayName,
    description,
    version: 1,
    author: "TWILIO",
    context: { memory: { enabled: false }, knowledge: { enabled: false } },
    parameters: {},
    ...more,
  };
}

const text = (name: string) => ({ type: "object", properties: { [name]: { type: "string" } } });

/** The operators of the account, Twilio's and one of its own. Next Best Response is listed and gives no results. */
export const listedOperators = [
  written(operatorIds["Script Adherence"], "Script Adherence", "How closely the agent kept to the script", {
    outputFormat: "JSON",
    outputSchema: {
      type: "object",
      properties: { adherence: { type: "string" }, score: { type: "integer" }, missed: { type: "array" } },
    },
    parameters: { script: { type: "STRING", required: true } },
  }),
  written(operatorIds.Sentiment, "Sentiment", "The customer's mood over the whole conversation", {
    outputFormat: "CLASSIFICATION",
    outputSchema: text("label"),
  }),
  written(operatorIds.Summary, "Summary", "A short summary of the conversation", {
    outputFormat: "TEXT",
    outputSchema: text("text"),
  }),
  // Twilio's document gives results the format EXTRACTION, but no operator: it is left out here.
  written(operatorIds["Things Mentioned"], "Things Mentioned", "Order numbers and names that were mentioned", {
    author: "SELF",
    version: 3,
    prompt: "List every order number and every person's name.",
  }),
  written(nextBestResponse, "Next Best Response", "What the agent could say next", {
    outputFormat: "TEXT",
    outputSchema: text("text"),
  }),
];
