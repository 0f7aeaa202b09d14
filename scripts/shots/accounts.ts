import type { Product } from "../../test/e2e/support/product.ts";
import type { Products } from "../../test/e2e/support/products.ts";
import type { Account } from "./state.ts";

/** How the built product is started for each account. */
const settings: Readonly<Record<Account, Record<string, string>>> = {
  sample: { SAMPLE_CONVERSATIONS: "20000", SAMPLE_FAULTS: "1" },
  empty: { SAMPLE_CONVERSATIONS: "0" },
  other: {
    SAMPLE_CONVERSATIONS: "3000",
    SAMPLE_CATALOGUE: "summary",
    SAMPLE_DIALECT: "row-cap=500,counts-approximate,order-array-refused,language-refused",
  },
  // Nobody listens there, and nothing leaves this machine.
  gone: {
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0".repeat(32),
    TWILIO_INSIGHTS_URL: "http://127.0.0.1:9",
    TWILIO_CONVERSATIONS_URL: "http://127.0.0.1:9",
    TWILIO_INTELLIGENCE_URL: "http://127.0.0.1:9",
  },
};

/** The running product of an account, without what an earlier picture left. */
export function productOf(products: Products, account: Account = "sample"): Promise<Product> {
  return products.fresh(settings[account]);
}
