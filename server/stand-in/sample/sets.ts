/** The channels of the account; a channel's code is its place. */
export const channels = ["api", "chat", "email", "rcs", "sms", "voice", "whatsapp"] as const;
/** The languages of the account; a language's code is its place. */
export const languages = ["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "ru", "zh"] as const;
export const sentiments = ["mixed", "negative", "neutral", "positive"] as const;
export const statuses = ["active", "closed", "inactive"] as const;
/** What happened with the script, as the Script Adherence operator labels it. */
export const adherences = ["adherent", "not_adherent", "partially_adherent"] as const;
/** Who takes part in conversations. */
export const participantRoles = ["AI_AGENT", "CUSTOMER", "HUMAN_AGENT"] as const;
/** The language operators that look at conversations: three of Twilio's, and one of the account's own. */
export const operators = ["Script Adherence", "Sentiment", "Summary", "Things Mentioned"] as const;
/** The ids of the operators; those of Twilio's own are the documented ones. */
export const operatorIds: Record<(typeof operators)[number], string> = {
  "Script Adherence": "intelligence_operator_01kf34tcyefpyb1t4m0nbd8rxg",
  Sentiment: "intelligence_operator_01kcrvw16kfa88qvgrfmr7y151",
  Summary: "intelligence_operator_01kcv35pnkeysaf6z6cqtbpegn",
  "Things Mentioned": "intelligence_operator_01k0samplethingsmentioned1",
};
/** The intelligence configurations, by whether a person answered. */
export const intelligenceConfigurations = [
  "intelligence_configuration_01k0sampleassistant0000001",
  "intelligence_configuration_01k0samplecontactcenter001",
] as const;

function compareSets(a: readonly string[], b: readonly string[]): number {
  return a.join(" ") < b.join(" ") ? -1 : 1;
}

function combinations<Member extends string>(members: readonly Member[]): Member[][] {
  const pairs = members.flatMap((first, i) => members.slice(i + 1).map((second) => [first, second]));
  return [...members.map((member) => [member]), ...pairs].sort(compareSets);
}

/**
 * Every combination a conversation can have, in the order in which they sort. A combination is stored as its place in
 * this list: grouping by one small number costs a tenth of grouping by a list of words.
 */
export const channelSets: readonly (readonly string[])[] = combinations(channels);
/** As {@link channelSets}; the first one is empty, for conversations in which no language was recognised. */
export const languageSets: readonly (readonly (typeof languages)[number][])[] = [[], ...combinations(languages)];
