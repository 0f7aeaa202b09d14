import type { Dialogue } from "./types.ts";

export const en: Dialogue = {
  customer: {
    opens: [
      "Hi, my parcel was due on Monday and it still isn't here.",
      "Hello, I sent my order back two weeks ago and I haven't had my money.",
      "I'm moving next week and need to change my delivery address.",
      "There's something wrong with my last invoice: I was charged twice.",
      "I'd like to cancel my subscription, please.",
      "I'd like to book an appointment with one of your technicians.",
    ],
    details: [
      "The order number is {order}.",
      "I already looked in my account, there's nothing new there.",
      "Could you check that again, please?",
      "Yes, that's the right e-mail address.",
      "It says “in progress”, whatever that means.",
    ],
    upset: [
      "Honestly, this is the third time I've had to ask.",
      "That isn't good enough. Nobody called me back.",
      "I'm really disappointed with how this was handled.",
    ],
    happy: ["Oh, that was quick!", "Perfect, that's exactly what I needed.", "Great, thanks for looking into it."],
    bye: {
      good: "Wonderful, thank you so much. Have a nice day!",
      bad: "Fine. But I won't be ordering here again.",
      neutral: "All right, thanks. Bye.",
    },
  },
  agent: {
    greets: "Good morning, this is {agent}. How can I help you?",
    asks: [
      "Could you give me your order number, please?",
      "May I ask which e-mail address you used?",
      "When did you first notice this?",
    ],
    acts: [
      "One moment, I'm looking that up for you.",
      "I can see order {order} here.",
      "Thank you for waiting, I've got the details now.",
    ],
    solves: [
      [
        "I'm sorry about the delay.",
        "Your parcel is at the depot and goes out tomorrow morning.",
        "You'll get a text message with the time.",
      ],
      [
        "Your return has arrived.",
        "The refund was released today.",
        "It takes three to five working days to reach your account.",
      ],
      ["I've changed the address.", "Order {order} will go to your new home.", "You'll get a confirmation by e-mail."],
      [
        "You're right, one item was billed twice.",
        "I've cancelled that invoice.",
        "A corrected one is on its way to you.",
      ],
      [
        "I've cancelled the subscription.",
        "It runs until the end of the month.",
        "Nothing will be charged after that.",
      ],
      ["There's a slot on Thursday at ten.", "I've reserved it for you.", "The technician will ring ahead."],
    ],
    bye: "Thank you for getting in touch. Take care!",
  },
  assistant: {
    greets: "Hi, I'm {agent}, the virtual assistant. What can I do for you?",
    handsOver: "I'd rather have a colleague look at this. Please stay with me, I'm connecting you.",
  },
};
