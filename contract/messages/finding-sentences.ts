/** What was found out about an account's API, and what Earshot does instead, in English. ICU message syntax. */
export const findingSentences = {
  findingPageSize: "Twilio rejects pages of more than {most, number} rows, so Earshot requests fewer.",
  findingNoPageSize: "Twilio rejects a number of rows for a page, so Earshot accepts as many as Twilio returns.",
  findingNoOrder: "Twilio rejects any sort, so rows come in Twilio’s own order.",
  findingNoOrderBy: "Twilio can’t sort by {field}, so Earshot doesn’t request it.",
  findingNoField: "Twilio lists {field} but rejects queries for it, so Earshot leaves it out.",
  findingNoBeside:
    "Twilio rejects {field} {other, select, any {beside other fields} other {beside {other}}}, so Earshot requests it only on its own.",
  findingNoValue: "Twilio rejects some values in filters on {field}, so Earshot filters the rows itself for these.",
  findingNoFilter: "Twilio rejects filters on {field}, so Earshot filters the rows itself.",
  findingNeedsRange: "Twilio rejects queries without a range of “{field}”, so Earshot always requests one.",
  findingTimeSpelling:
    "Twilio rejects the documented form of times in filters, so Earshot writes them in the form “{value}”.",
  findingNoProperties: "Twilio rejects a time zone in queries, so Earshot sends none.",
  findingNoZone: "Twilio doesn’t apply the time zone as documented, so Earshot adds up days from hours.",
  findingNoGroupOp: "Twilio rejects an operator for a group of filters, so Earshot leaves it out.",
  findingNoDomain: "Twilio rejects a domain in queries, so Earshot leaves it out.",
  findingNoIn: "Twilio rejects filters with several values, so Earshot requests each value separately.",
  findingNoNe: "Twilio rejects filters that exclude a value, so Earshot excludes those rows itself.",
  findingValues: "Twilio rejects filters of more than {most, number} values, so Earshot sends several queries.",
  findingDimensions: "Twilio rejects queries of more than {most, number} fields, so Earshot sends several.",
  findingMeasures:
    "Twilio rejects queries of more than {most, plural, one {# measure} other {# measures}}, so Earshot sends several and joins them.",
  findingNoJobs: "Twilio rejects snapshots or doesn’t finish them, so exports read the query page by page.",
  findingKey: "Twilio returns the values of {field} under the name {value}, so Earshot reads them there.",
  findingNotReturned: "Twilio returns no values of {field}, although Earshot requests it.",
  findingGrain: "The values of {field} show that it is {of} by {value}, so Earshot counts by it.",
  findingNoGrain: "The values of {field} show that it isn’t {of} by hour, day, week or month.",
  findingTimeCells: "Times in {field} don’t have the documented form, so Earshot reads them in the form “{value}”.",
  findingListCells: "Lists in {field} don’t have the documented form, so Earshot reads them in the form “{value}”.",
  findingListTexts: "Filters on {field} compare whole lists, so Earshot requests every list that has the value.",
  findingListMembers: "Filters on {field} compare the values in a list, so Earshot requests the value.",
  findingListNone: "Filters on {field} match neither lists nor their values, so Earshot filters the rows itself.",
  findingValueSpelling:
    "Filters on {field} don’t match values as rows have them, so Earshot writes them {value, select, upper {in capitals} lower {in small letters} capital {with a capital first letter} tag {as in en-US} trimmed {without the spaces around them} other {in capitals, in small letters and as they are}}.",
  findingSmallGroups:
    "Twilio leaves small groups out of its counts or merges them{value, select, kept {, and has no rows of them either, so figures of groups may be wrong} other {, so Earshot counts groups from rows}}.",
  findingCountCap: "Twilio counts no further than {most, number}, so figures may be too low.",
  findingCountNoise: "Twilio’s counts contradict each other slightly, so each is approximate.",
  findingCountStep: "Twilio rounds counts to multiples of {most, number}, so figures may be off by half of that.",
  findingOwnZone: "Twilio writes times such as {field} in the time zone {zone}, so Earshot reads them that way.",
  findingOwnUtc: "Twilio writes times such as {field} without a time zone. Queries around them show that it’s UTC.",
  findingOpenZone:
    "Twilio writes times in {field} without a time zone, and Earshot couldn’t determine which it is. They may be hours off.",
  findingRangeZone:
    "Twilio reads times in filters on {field} in the time zone {zone}, so Earshot writes them that way.",
  findingGrainEnds: "Twilio labels hours, days, weeks and months of {field} by their end, so Earshot moves them back.",
} as const;
