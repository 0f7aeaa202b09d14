import type { en } from "../en.ts";
import type { Translated } from "../translated.ts";

export const values: Translated<(typeof en)["values"]> = {
  notSet: "Sin valor",
  notKnown: "No se sabe",
  units: { milliseconds: "ms", seconds: "s", minutes: "min", hours: "h", saidMinutes: "min" },
  known: {
    positive: "Positivo",
    neutral: "Neutro",
    mixed: "Mixto",
    negative: "Negativo",
    voice: "Voz",
    email: "Correo",
    chat: "Chat",
    active: "Activa",
    inactive: "Inactiva",
    closed: "Cerrada",
    ai_agent: "Agente de IA",
    human_agent: "Agente humano",
    customer: "Cliente",
  },
};
