import { languages } from "./sets.ts";

type Language = (typeof languages)[number];

/** What conversations are about, in the language of the customer. */
const topics: Record<Language, readonly string[]> = {
  ar: ["تأخر التوصيل", "استرداد المبلغ", "تغيير العنوان", "فاتورة خاطئة", "إلغاء الاشتراك", "حجز موعد"],
  de: ["Lieferung verspätet", "Rückerstattung", "Adresse ändern", "Rechnung falsch", "Kündigung", "Termin vereinbaren"],
  en: ["Late delivery", "Refund", "Change of address", "Wrong invoice", "Cancel subscription", "Book an appointment"],
  es: [
    "Entrega con retraso",
    "Reembolso",
    "Cambio de dirección",
    "Factura errónea",
    "Cancelar suscripción",
    "Pedir cita",
  ],
  fr: [
    "Livraison en retard",
    "Remboursement",
    "Changement d’adresse",
    "Facture erronée",
    "Résiliation",
    "Prise de rendez-vous",
  ],
  hi: ["डिलीवरी में देरी", "धन वापसी", "पता बदलना", "गलत बिल", "सदस्यता रद्द", "अपॉइंटमेंट"],
  ja: ["配達の遅れ", "返金", "住所変更", "請求書の誤り", "解約", "予約"],
  pt: [
    "Entrega atrasada",
    "Reembolso",
    "Mudança de endereço",
    "Fatura errada",
    "Cancelar assinatura",
    "Marcar consulta",
  ],
  ru: ["Задержка доставки", "Возврат денег", "Смена адреса", "Ошибка в счёте", "Отмена подписки", "Запись на приём"],
  zh: ["配送延迟", "退款", "更改地址", "账单错误", "取消订阅", "预约"],
};

/** How many topics each language has. */
export const topicsPerLanguage = 6;

/** The topics, by the code of their language and their place in it. */
export function topicRows(): { language: number; place: number; topic: string }[] {
  return languages.flatMap((language, code) =>
    topics[language].map((topic, place) => ({ language: code, place, topic })),
  );
}
