/** What a person is told of a failure. */
export const errors = {
  credentials: {
    title: "Twilio refused the credentials",
    advice: "Ask whoever runs Earshot to check the API key and secret, then try again.",
  },
  forbidden: {
    title: "This account may not use Conversation Insights",
    advice: "Ask whoever runs Earshot to check the key's permissions and that the account has joined the beta.",
  },
  absent: {
    title: "Twilio does not offer Conversation Insights to this account",
    advice: "The account may not have joined the beta yet. Ask whoever runs Earshot to check it in the Twilio Console.",
  },
  upstream: { title: "Twilio could not answer", advice: "It said: “{message}” Try again in a moment." },
  slow: {
    title: "Twilio took too long",
    advice: "It said: “{message}” Choose a shorter time range, or try again in a moment.",
  },
  query: {
    title: "Twilio did not accept the query",
    advice: "It said: “{message}” Change the filter or column that it names, or the sort.",
  },
  large: {
    title: "Twilio did not accept the query",
    advice: "It said: “{message}” Select fewer filter values or columns.",
  },
  kind: {
    title: "Twilio doesn’t take this kind of request",
    advice: "It said: “{message}” See “What this account can do”, or ask your Earshot administrator.",
  },
  page: {
    title: "Something went wrong on this page",
    advice: "Reload the page; your view is kept in its address.",
  },
  server: { title: "Earshot’s server does not answer", advice: "Check that it is running, then try again." },
  offline: {
    title: "You are offline",
    advice: "What is loaded stays here. The rest is loaded when you are connected again.",
  },
  unreadable: {
    title: "An answer could not be read",
    advice: "{message} See “What this account can do”, or ask your Earshot administrator.",
  },
  detail: {
    noAnswer: "The server did not answer.",
    noReason: "The server answered {status} without saying why.",
    notJson: "The answer was not JSON.",
    shape: "The answer does not have the agreed shape at {where}.",
    wholeAnswer: "the whole answer",
    time: "A time could not be read: “{cell}”.",
    number: "“{name}” is no number.",
    count: "A count is missing in “{field}”.",
    sameToken: "Twilio gave the same page token twice.",
  },
  absentRole: {
    time: "This account has no created time.",
    channel: "This account has no channel field.",
    language: "This account has no language field.",
    sentiment: "This account has no sentiment field.",
    status: "This account has no status field.",
  },
  refusedRole: "This account lists the field “{field}”, but refuses it.",
  /** What helps against a fault that Earshot found: trying again only where it can. */
  advice: {
    again: "Try again in a moment.",
    slow: "Choose a shorter time range, or try again in a moment.",
    smaller: "Choose a shorter time range or fewer columns.",
    endless: "What is loaded stays. Try again to go on, or choose a shorter time range.",
    fewer: "Select fewer filter values.",
    account: "See “What this account can do”, or ask your Earshot administrator.",
    address: "Ask your Earshot administrator to check the address of Twilio’s API and what stands in front of it.",
    reload: "Reload the page. If it happens again, ask your Earshot administrator.",
  },
  notReturned: "Twilio didn’t return {label}.",
  unsplit: "Not split by sentiment: {why}",
} as const;
