/** What a person is told of a failure. */
export const errors = {
  credentials: {
    title: "Twilio rejected the credentials",
    advice: "Ask your Earshot administrator to check the API key and secret, then try again.",
  },
  forbidden: {
    title: "This account isn’t allowed to use Conversation Insights",
    advice:
      "Ask your Earshot administrator to check the key’s permissions and whether the account has joined the beta.",
  },
  absent: {
    title: "Twilio doesn’t offer Conversation Insights to this account",
    advice: "The account may not have joined the beta yet. Ask your Earshot administrator to check in Twilio Console.",
  },
  upstream: { title: "Twilio couldn’t respond", advice: "It said: “{message}” Try again in a moment." },
  slow: {
    title: "Twilio took too long",
    advice: "It said: “{message}” Choose a shorter time range, or try again in a moment.",
  },
  query: {
    title: "Twilio rejected the query",
    advice: "It said: “{message}” Change the filter or column it names, or the sort.",
  },
  large: {
    title: "Twilio rejected the query",
    advice: "It said: “{message}” Select fewer filter values or columns.",
  },
  kind: {
    title: "Twilio doesn’t accept this kind of request",
    advice: "It said: “{message}” See “What this account can do”, or ask your Earshot administrator.",
  },
  page: {
    title: "Something went wrong on this page",
    advice: "Reload the page. Your view is kept in its URL.",
  },
  server: { title: "Earshot’s server isn’t responding", advice: "Check that it’s running, then try again." },
  offline: {
    title: "You’re offline",
    advice: "Loaded data stays here. The rest loads when you’re connected again.",
  },
  unreadable: {
    title: "Couldn’t read a response",
    advice: "{message} See “What this account can do”, or ask your Earshot administrator.",
  },
  detail: {
    noAnswer: "The server didn’t respond.",
    noReason: "The server responded with {status} and named no reason.",
    notJson: "The response wasn’t JSON.",
    shape: "The response has an unexpected format at {where}.",
    wholeAnswer: "the top level",
    time: "Couldn’t read a time: “{cell}”.",
    number: "“{name}” isn’t a number.",
    count: "A count is missing in “{field}”.",
    sameToken: "Twilio pointed to the same page twice.",
  },
  absentRole: {
    time: "This account has no created time.",
    channel: "This account has no channel field.",
    language: "This account has no language field.",
    sentiment: "This account has no sentiment field.",
    status: "This account has no status field.",
  },
  refusedRole: "Twilio lists the field “{field}” for this account but rejects it.",
  /** What helps against a fault that Earshot found: trying again only where it can. */
  advice: {
    again: "Try again in a moment.",
    slow: "Choose a shorter time range, or try again in a moment.",
    smaller: "Choose a shorter time range or fewer columns.",
    endless: "Loaded data stays here. Try again to continue, or choose a shorter time range.",
    fewer: "Select fewer filter values.",
    account: "See “What this account can do”, or ask your Earshot administrator.",
    address: "Ask your Earshot administrator to check the address of Twilio’s API and any proxy in front of it.",
    reload: "Reload the page. If it happens again, ask your Earshot administrator.",
  },
  notReturned: "Twilio didn’t return {label}.",
  unsplit: "Not split by sentiment. {why}",
} as const;
