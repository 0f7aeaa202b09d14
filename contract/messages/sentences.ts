import { findingSentences } from "./finding-sentences.ts";

const place = "{whole, select, yes {The body} other {{path}}}";
const kind =
  "{expected, select, string {a string} number {a number} int {a whole number} boolean {a boolean} array {an array} object {an object} other {of the type {expected}}}";

/**
 * Every sentence that the server says to a person, in English. ICU message syntax. The server writes them into its
 * answers and manifests; the screen says them from its own catalogue by the same keys, so a key that has been released
 * keeps its meaning. `{api}` is Insights, Conversations or Intelligence.
 */
export const sentences = {
  internal: "Something went wrong inside Earshot.",
  /** What is wrong with something that was sent, by its path. */
  shapeMissing: `${place} is missing; it must be ${kind}.`,
  shapeType: `${place} must be ${kind}.`,
  shapeValue: `${place} must be {value}.`,
  shapeOneOf: `${place} must be one of {values}.`,
  shapeUnknown: `${place} is not a known key here.`,
  shapeTooDeep: `${place} is one level too deep: a filter is a group of comparisons, and a comparison has no expressions.`,
  shapeEmpty: `${place} must not be empty.`,
  shapeTooLong: `${place} must have at most {most, number} characters.`,
  shapeTooMany: `${place} must have at most {most, number} entries.`,
  shapeAtLeast: `${place} must be at least {least, number}.`,
  shapeAtMost: `${place} must be at most {most, number}.`,
  shapeFormat: `${place} must be {format, select, datetime {a time such as 2026-03-11T12:00:00Z} other {of the form {format}}}.`,
  shapeNothingAsked: `${place} is refused: A query needs at least one measure or one dimension.`,
  shapeNotSetOr: `${place} is refused: What isn’t set can’t be one of several alternatives.`,
  shapeRefused: `${place} is not as documented.`,

  /** A request that cannot be answered. */
  requestUnreadable: "The request could not be read.",
  requestTooLong: "The body is larger than {most, number} KiB.",
  requestNotJson: "The body is not valid JSON.",
  requestNotUtf8: "The body is not valid UTF-8.",
  requestKeyTwice: "The body has the same key twice in one object.",
  requestTooDeep: "The body is nested deeper than anything that can be asked here.",
  requestTooManyKeys: "The body has more than {most, number} keys in one object.",
  requestTooManyValues: "The body has more than {most, number} values.",
  requestEncoding: "The body must be JSON in UTF-8, plain or gzip.",
  requestContentType: "The body must be JSON, with Content-Type: application/json.",
  requestNoQuery: "The body is missing; it must be a query.",
  requestNoExport: "The body is missing; it must be an export.",
  requestMethod: "{method} is not possible here, only {allow}.",
  requestHost: "The Host header is not a name of this server; behind a reverse proxy, list the name in ALLOWED_HOSTS.",
  requestOrigin: "Only Earshot's own page may ask this server.",
  requestNoRoute: "There is no such address under /api.",
  requestNothingHere: "There is nothing at this address.",
  requestPageSize: "pageSize must be a whole number from 1 to {most}.",
  requestTokenTwice: "pageToken must be given once.",
  requestNoToken: "pageToken is missing: ask for a first page with POST and a query, for others with GET and a token.",
  requestTokenInPost: "pageToken belongs to GET: it already carries the query, so no body goes with it.",
  requestBodyInGet: "A body belongs to POST: with pageToken the query is already known.",
  requestConversationId: "A conversation's id must be 1 to 100 letters, digits, underscores and hyphens.",
  requestZone: "{path} must be an IANA time zone such as Europe/Berlin.",
  requestColumn: "{field} isn’t a field of this export.",
  requestColumnTwice: "{field} may be a column only once.",
  requestNoRole: "There is no such role.",
  requestNoRoleField: "{field} isn’t a field of this account that can be chosen here.",
  requestNamedRole: "{variable} names the field, so a choice here would have no effect.",
  requestNoChoice: "The body is missing; it must be a choice of a field.",
  requestBeyondEnd: "The file ends before the range that was asked for.",

  /** An answer of Twilio's that is none, or not a whole one. */
  twilioSaid: "Twilio said: “{message}”",
  twilioTimeout: "The {api} API did not answer within {seconds, plural, one {# second} other {# seconds}}.",
  twilioStillWorking: "The {api} API was still working on the query when it answered.",
  twilioRefused: "The {api} API refused the connection ({code}).",
  twilioNoAddress: "The address of the {api} API was not found ({code}).",
  twilioNoProof: "The {api} API could not prove who it is (TLS) ({code}).",
  twilioUnreachable: "The {api} API could not be reached ({code}).",
  twilioProxy: "The proxy in HTTPS_PROXY did not let Earshot through to the {api} API ({code}).",
  twilioTooLarge: "The {api} API answered with more than Earshot takes at once.",
  twilioCutOff: "The answer of the {api} API ended before it was whole.",
  twilioNotJson: "The {api} API answered with something that is not JSON.",
  twilioType: "The {api} API answered with {type} where JSON was due.",
  twilioRedirect: "The {api} API answered with a redirect ({status}), which is not followed; check {variable}.",
  twilioStatus: "The {api} API answered with status {status} and no error that Earshot can read.",
  twilioShape: "The answer of the {api} API does not have the documented shape: {fault}",
  twilioEmptyPages: "The {api} API sent {count} empty pages in a row, and each of them named another one.",
  twilioKnownPages: "The {api} API sent {count} pages in a row without a new row, and each of them named another one.",
  twilioSameToken: "Twilio gave the same page token of a list twice.",

  /** What the account does not take, and what is done instead. */
  dialectField: "This account lists the field “{field}”, but refuses it. Choose another field or remove the filter.",
  dialectBeside:
    "This account lists the field “{field}”, but refuses it {other, select, any {beside other fields} other {beside “{other}”}}.",
  dialectDimensions: "This account takes at most {most, number} fields in one query.",
  dialectMeasure: "This figure isn’t available here. {why}",
  dialectTooMany:
    "More than {most, number} conversations would have to be read to count them here. Choose a shorter time range.",
  dialectNoFilter: "This account can’t filter by “{field}”.",
  dialectFilter: "This account can’t filter by “{field}”, so Earshot filters the rows itself. That takes longer.",
  dialectNoNotSet: "Twilio has no filter for rows without “{field}”.",
  dialectNotSet:
    "Twilio has no filter for rows without “{field}”, so Earshot filters the rows itself. That takes longer.",
  dialectNotSetApart:
    "Twilio counts {all, plural, one {# conversation} other {# conversations}} and sent {rows, number} of them when asked for “{field}”, so Earshot can’t tell which have no value.",
  dialectUnfiltered:
    "This account can’t filter by “{field}” and sent no values for it, so Earshot can’t filter by it either. Remove the filter.",
  dialectZone: "This account takes no time zone.",
  dialectHours: "This account doesn’t count by days of this time zone, so Earshot added up its hours.",
  dialectCounted:
    "Counted by Earshot from {rows, plural, one {# conversation} other {# conversations}} in {calls, plural, one {# call} other {# calls}}. {why}",
  dialectGroups: "Twilio leaves small groups out of its counts or puts them together.",
  dialectGroupsKept:
    "Twilio leaves conversations out of these groups or puts groups together, so figures may be wrong.",
  dialectRounded: "Twilio rounds counts to multiples of {most, number}, so figures may be off.",
  dialectCountOff: "Twilio counts {all, number} conversations here but returned {rows, number}, so figures may be off.",
  dialectCapped: "Twilio counts no further than {most, number}, so figures may be too low.",
  dialectNoisy: "Twilio’s counts are approximate: each may be off by about {most, number}.",
  dialectTotals: "Twilio sent a row of totals among the groups, which Earshot left out.",
  dialectParts: "The list of values was too long for one query, so {count, number} were joined.",
  dialectOrder: "This account can’t sort by “{field}”.",
  dialectToken: "This results page has expired. Load the list again.",
  dialectNoJob: "Earshot has to join these rows itself, which a job can’t do.",
  dialectJobs: "This account takes no query jobs.",
  dialectCells: "Twilio sent no values for “{field}”.",
  dialectClocks:
    "Twilio sends “{field}” without a time zone, and Earshot couldn’t find out which it is. These times may be hours off.",

  exportUnreadable: "The manifest of this export can’t be read. Its files are in DATA_DIR/exports/{id}.",
  exportChanged:
    "The manifest of this export has changed since it was written, so nothing in it is certain. Its files are in DATA_DIR/exports/{id}.",
  exportDamaged:
    "The rows on the server’s disk have changed since they were written, so no file is made from them. Delete this export and start a new one.",
  exportsKept:
    "{most, plural, one {# export is kept, the most there can be} other {# exports are kept, the most there can be}}. Delete some, or raise EXPORT_LIMIT.",
  busyExports:
    "{most, plural, one {# export is running, the most at once} other {# exports are running, the most at once}}. Wait until one has ended, or stop one.",
  busyFiles: "{most, plural, one {# file is being prepared} other {# files are being prepared}}, the most at once.",
  busyFollowers:
    "{most, plural, one {# window follows} other {# windows follow}} the exports, the most at once. Close some, or raise EXPORT_FOLLOWERS.",
  exportAbsent: "There is no such export.",
  exportEnded: "This export has ended already.",
  exportRunning: "This export is running.",
  exportStillRunning: "This export is still running.",
  exportComplete: "This export is complete.",
  exportStopped: "This export was stopped.",
  exportFailed: "{why} {advice}",
  exportOtherServer: "Another Earshot on this machine uses the same DATA_DIR; give each a folder of its own.",
  exportQuota:
    "The exports take {used, number} {usedUnit} of the {most, number} {mostUnit} they may take. Remove some, or raise EXPORT_QUOTA.",

  /** Why an export stands still. */
  failureDiskFull: "The disk that holds the exports is full.",
  failureNoRoom: "There is no room for the exports.",
  failureDiskQuota: "The disk quota of the user that runs Earshot is used up.",
  failureNoRight: "Earshot may not write into its data folder.",
  failureFilesGone: "The files of this export are no longer on the disk of the server.",
  failureReadOnly: "The disk that holds the exports can only be read.",
  failureChanged: "The rows changed at Twilio while they were exported, so the rest can’t be joined to the file.",
  failureCircle: "Twilio gave the same page token twice, so its pages go round in a circle.",
  failureTokens: "Twilio refuses its own page tokens, also after the export began again.",

  /** What a person can do about it. */
  adviceLater: "Resume goes on from the last row when Twilio answers again.",
  adviceEndless: "The rows so far are kept. Resume goes on behind them; a narrower range needs fewer pages.",
  adviceCredentials: "Check the account's credentials in the configuration, restart Earshot, and resume.",
  adviceForbidden: "The account may not read Insights. When it may, resume.",
  adviceQuery: "Change the view and start a new export; this query will be refused again.",
  adviceSmaller: "Start a new export of a shorter time range or fewer columns, or resume when Twilio is less busy.",
  adviceAccount:
    "This account’s API doesn’t take this kind of request. See “What this account can do”, or ask your Earshot administrator; then resume.",
  adviceAddress:
    "Ask your Earshot administrator to check the address of Twilio’s API and what stands in front of it, then resume.",
  adviceDiskFull: "Remove exports or free space, then resume; no row is lost.",
  adviceMakeRoom: "{why} Remove exports or free space, then try again; no row is lost.",
  adviceOperator: "{why} Ask whoever runs Earshot to look at DATA_DIR, then try again.",
  adviceDiskQuota: "Remove exports or raise the quota, then resume; no row is lost.",
  adviceNoRight: "Give the user that runs Earshot the right to write into DATA_DIR, then resume.",
  adviceFilesGone: "Remove it from the list and start a new export.",
  adviceReadOnly: "Make it writable or set DATA_DIR to another folder, then resume.",
  adviceQuota: "Then resume; no row is lost.",
  adviceLog: "Resume goes on from the last row; the server's log says more.",
  adviceChanged: "Start a new export; the rows so far can be downloaded as a partial file.",
  adviceCircle: "Resume asks for the page again. If it fails again, start a new export with a narrower range.",
  adviceTokens: "Resume tries again; a narrower range needs fewer pages.",

  /** Why the rows come from where they come from. */
  sourceUndecided: "The first page tells whether the result is small.",
  sourceOnePage: "The result fits in one page.",
  sourceTwoPages: "The result fits in two pages.",
  sourceJob: "The result is longer than two pages.",
  sourceShifted: "Pages shifted while they were read.",
  sourceInsteadOfJob: "{why} The pages of the query were read instead.",
  sourceJobSaid: "Twilio's job did not finish; it said: “{message}”",
  sourceJobStatus: "Twilio's job did not finish (its status is {status}).",
  sourceJobSlowQuery: "The query took too long to be answered at once, so Twilio was asked for a job.",
  sourceJobSlow: "Twilio’s job hadn’t finished after {minutes, plural, one {# minute} other {# minutes}}.",
  sourceJobNoAnswer: "Twilio couldn’t be asked for a job: {why}",
  sourceJobGone: "Twilio no longer knows the job.",
  sourceJobRefused: "Twilio refused a job ({status}).",

  /** What did not go straight. */
  noteOtherRows: "The rows on disk were not those that the manifest counts; they were taken again.",
  noteLostRows:
    "{count, plural, one {# row} other {# rows}} of Twilio’s pages couldn’t be read and {count, plural, one {isn’t} other {aren’t}} in the file.",
  noteUnreadRows:
    "{count, plural, one {# row} other {# rows}} of Twilio’s pages couldn’t be read. The file still has as many conversations as Twilio counts.",
  noteLongLink: "The address of the view is longer than {most, number} characters, so it isn’t in the manifest.",
  noteNewJob: "Twilio's results expired; a new job gave the rest.",
  noteResultsReread: "A page token expired; the results were read again up to where the export stood.",
  noteByTime: "A page token expired; the query was begun again at the last row's time.",
  noteQueryReread: "A page token expired; the query was read again up to where the export stood.",
  noteShifted: "Pages shifted while they were read, so the rows were read again from the start.",
  noteWentOn: "Twilio sent only a part of the rows; the rest was asked for from the last row’s time on.",
  noteWentOnBehind:
    "Twilio sent only a part of the rows; the rest was asked for by time and stands at the end, newest first.",
  noteWider:
    "Twilio took the time range for another one, so a day more on each side was asked for and only the range was kept. What came that way stands at the end.",
  noteFilled:
    "Twilio left {count, plural, one {# conversation} other {# conversations}} out and sent {count, plural, one {it} other {them}} only when asked again. {count, plural, one {It stands} other {They stand}} at the end; fields that Twilio didn’t send are empty.",

  /** How the file was held against Twilio's figures. */
  checkShort:
    "The file has {found, number} of the {counted, plural, one {# conversation} other {# conversations}} that Twilio counts. Twilio sends no more; a narrower time range may bring the rest.",
  checkOver:
    "The file has {found, plural, one {# conversation} other {# conversations}}; Twilio counts {counted, number}. Export again, and if the numbers still differ, compare them with a narrower time range.",
  checkNear:
    "The file has {found, plural, one {# conversation} other {# conversations}}; Twilio counts {counted, number}. The count may be an estimate, so nobody can tell whether conversations are missing.",
  checkRounded:
    "The file has {found, plural, one {# conversation} other {# conversations}}; Twilio counts {counted, number}. Twilio rounds counts to multiples of {most, number}, so nobody can tell whether conversations are missing.",
  checkCapped:
    "The file has {found, plural, one {# conversation} other {# conversations}}; Twilio counts {counted, number}. Twilio counts no further than {most, number}, so nobody can tell whether conversations are missing.",
  checkParts:
    "The file has {found, plural, one {# conversation} other {# conversations}}; Twilio counts {counted, number}. Asked for {parts, number} parts of the time range one by one, Twilio counts exactly what the file has, so its count of the whole range is an estimate.",
  checkMoved: "Twilio’s count changed from {before, number} to {after, number} while the rows were read.",
  checkNone: "Twilio gave no count, so the file wasn’t checked against one.",
  checkNoneBecause: "The file wasn’t checked against Twilio’s count. {why}",
  checkLeftOut:
    "{count, plural, one {# conversation was} other {# conversations were}} outside the time range and left out.",
  checkAstray:
    "Twilio answered for another time range, so conversations inside the one that was asked for may be missing. Compare the file with a range that begins and ends a day earlier and later.",
  checkClashes:
    "{count, plural, one {# row} other {# rows}} came with the ID of an earlier row and other values, also when read again. The first one was kept. Export again when fewer conversations arrive.",
  exportDoubtful:
    "This export has {found, number} of {counted, number} conversations. Ask for the file without wait to get them.",

  ...findingSentences,
} as const;
