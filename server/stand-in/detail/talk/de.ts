import type { Dialogue } from "./types.ts";

export const de: Dialogue = {
  customer: {
    opens: [
      "Hallo, mein Paket sollte am Montag kommen und ist immer noch nicht da.",
      "Guten Tag, ich habe vor zwei Wochen etwas zurückgeschickt und noch kein Geld bekommen.",
      "Ich ziehe nächste Woche um und muss die Lieferadresse ändern.",
      "Mit meiner letzten Rechnung stimmt etwas nicht: Es wurde doppelt abgebucht.",
      "Ich möchte mein Abo kündigen, bitte.",
      "Ich hätte gern einen Termin mit einem Ihrer Techniker.",
    ],
    details: [
      "Die Bestellnummer ist {order}.",
      "Im Konto habe ich schon nachgesehen, da steht nichts Neues.",
      "Könnten Sie das bitte noch einmal prüfen?",
      "Ja, die E-Mail-Adresse stimmt.",
      "Da steht „in Bearbeitung“, was auch immer das heißt.",
    ],
    upset: [
      "Ehrlich gesagt frage ich jetzt zum dritten Mal.",
      "So geht das nicht. Niemand hat mich zurückgerufen.",
      "Ich bin wirklich enttäuscht, wie das gelaufen ist.",
    ],
    happy: ["Oh, das ging ja schnell!", "Wunderbar, genau das habe ich gebraucht.", "Super, danke fürs Nachsehen."],
    bye: {
      good: "Prima, vielen herzlichen Dank! Einen schönen Tag noch.",
      bad: "Na gut. Aber hier bestelle ich nicht wieder.",
      neutral: "In Ordnung, danke. Auf Wiederhören.",
    },
  },
  agent: {
    greets: "Guten Morgen, hier ist {agent}. Was kann ich für Sie tun?",
    asks: [
      "Geben Sie mir bitte Ihre Bestellnummer?",
      "Mit welcher E-Mail-Adresse haben Sie bestellt?",
      "Wann ist Ihnen das zum ersten Mal aufgefallen?",
    ],
    acts: [
      "Einen Moment, ich sehe für Sie nach.",
      "Ich habe die Bestellung {order} hier.",
      "Danke fürs Warten, jetzt habe ich die Daten.",
    ],
    solves: [
      [
        "Die Verspätung tut mir leid.",
        "Ihr Paket liegt im Depot und geht morgen früh raus.",
        "Die Uhrzeit bekommen Sie per SMS.",
      ],
      [
        "Ihre Rücksendung ist angekommen.",
        "Die Erstattung wurde heute freigegeben.",
        "Das dauert drei bis fünf Werktage.",
      ],
      [
        "Ich habe die Adresse geändert.",
        "Die Bestellung {order} geht an Ihre neue Wohnung.",
        "Sie bekommen eine Bestätigung per E-Mail.",
      ],
      [
        "Sie haben recht, ein Artikel wurde doppelt berechnet.",
        "Ich habe die Rechnung storniert.",
        "Die korrigierte ist unterwegs.",
      ],
      ["Ich habe das Abo gekündigt.", "Es läuft noch bis Monatsende.", "Danach wird nichts mehr abgebucht."],
      ["Am Donnerstag um zehn ist etwas frei.", "Ich habe es für Sie reserviert.", "Der Techniker ruft vorher an."],
    ],
    bye: "Danke, dass Sie sich gemeldet haben. Alles Gute!",
  },
  assistant: {
    greets: "Hallo, ich bin {agent}, die virtuelle Assistentin. Wie kann ich helfen?",
    handsOver: "Das soll sich lieber ein Kollege ansehen. Bitte bleiben Sie dran, ich verbinde.",
  },
};
