import { languages } from "./sets.ts";

type Language = (typeof languages)[number];

/** Given and family names by language, in the script of the language. */
const names: Record<Language, { given: readonly string[]; family: readonly string[]; familyFirst?: true }> = {
  ar: {
    given: ["أحمد", "فاطمة", "محمد", "ليلى", "يوسف", "مريم", "عمر", "نور"],
    family: ["الحسن", "المصري", "حداد", "منصور", "خليل", "العلي", "سالم", "ناصر"],
  },
  de: {
    given: ["Anna", "Jürgen", "Lena", "Björn", "Sabine", "Matthias", "Käthe", "Felix"],
    family: ["Müller", "Schäfer", "Groß", "Weiß", "Fischer", "Köhler", "Vogt", "von der Heide"],
  },
  en: {
    given: ["Olivia", "James", "Aisha", "Noah", "Grace", "Liam", "Chloe", "Ethan"],
    family: ["Smith", "O'Connor", "Patel", "Johnson", "Okafor", "Taylor", "McKenzie", "Brown"],
  },
  es: {
    given: ["María", "José", "Lucía", "Andrés", "Sofía", "Íñigo", "Valentina", "Raúl"],
    family: ["García", "Núñez", "Fernández", "Ibáñez", "López Ruiz", "Peña", "Álvarez", "Castro"],
  },
  fr: {
    given: ["Chloé", "François", "Élodie", "Jean-Luc", "Zoé", "Étienne", "Maëlle", "Hugo"],
    family: ["Lefèvre", "Dubois", "L'Hermite", "Moreau", "Gérard", "d'Arcy", "Petit", "Noël"],
  },
  hi: {
    given: ["आरव", "प्रिया", "रोहन", "अनन्या", "विक्रम", "दीपिका", "अर्जुन", "मीरा"],
    family: ["शर्मा", "वर्मा", "गुप्ता", "सिंह", "पटेल", "मिश्रा", "जोशी", "नायर"],
  },
  ja: {
    given: ["太郎", "花子", "翔太", "美咲", "健一", "さくら", "大輔", "陽菜"],
    family: ["佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "小林", "山本"],
    familyFirst: true,
  },
  pt: {
    given: ["João", "Ana", "Luís", "Beatriz", "Antônio", "Inês", "Conceição", "Tiago"],
    family: ["Silva", "Gonçalves", "Araújo", "Magalhães", "Souza", "Brandão", "Costa", "dos Santos"],
  },
  ru: {
    given: ["Анна", "Дмитрий", "Екатерина", "Сергей", "Ольга", "Алексей", "Наталья", "Иван"],
    family: ["Иваненко", "Ткаченко", "Ким", "Соловей", "Черных", "Бондарь", "Мороз", "Шевчук"],
  },
  zh: {
    given: ["伟", "芳", "娜", "秀英", "敏", "静", "子轩", "浩然"],
    family: ["王", "李", "张", "刘", "陈", "杨", "赵", "黄"],
    familyFirst: true,
  },
};

/** How many people each language has. */
export const peoplePerLanguage = 64;

function peopleOf(language: Language): string[] {
  const { given, family, familyFirst } = names[language];
  const joined = (first: string, last: string) => (familyFirst ? `${last}${first}` : `${first} ${last}`);
  return family.flatMap((last) => given.map((first) => joined(first, last)));
}

/** The customers, by the code of their language and their place in it. */
export function people(): { language: number; place: number; name: string }[] {
  return languages.flatMap((language, code) =>
    peopleOf(language).map((name, place) => ({ language: code, place, name })),
  );
}

export const humanAgents: readonly string[] = [
  "Amara Nwosu",
  "Ben Carter",
  "Chiara Romano",
  "Daniela Souza",
  "Emre Yıldız",
  "Freya Lindqvist",
  "Grace Kim",
  "Hiroshi Tanaka",
  "Inés Ortega",
  "Jonas Weber",
  "Katarzyna Nowak",
  "Leïla Benali",
  "Marcus O'Neill",
  "Nadia Haddad",
  "Oleh Kovalenko",
  "Priya Raman",
  "Quentin Dupré",
  "Rosa Martínez",
  "Søren Holm",
  "Tomás Ferreira",
  "Uma Iyer",
  "Víctor Salas",
  "Wei Zhang",
  "Zsófia Kovács",
];

export const aiAgents: readonly string[] = ["Aria", "Milo", "Nova", "Sol"];

/** Names that people really choose and that break careless code: exports, spreadsheets and markup have to bear them. */
export const awkwardPeople: readonly string[] = [
  '"Ace" Ventura',
  "Smith, John",
  "=SUM(A1:A9)",
  "🦊 Foxy",
  "Anna\nMaria",
  "<b>Bob</b>",
  "O’Brien; DROP TABLE",
  "-1+2",
  "Zoë\tTab",
  "+49 170 0000000",
  "@here",
  "Ž".normalize("NFD"),
];

export const awkwardNames: readonly string[] = [
  'He said "call me back"',
  "Refund, urgent, second time",
  '=HYPERLINK("http://example.com","click")',
  "🎉 Gewonnen?!",
  "Order 12\nand order 13",
  "<script>alert(1)</script>",
  "50% off; why not?",
  "   ",
  "C:\\orders\\new",
  "null",
  "مرحبا (hello) שלום",
  "a".repeat(180),
];
