import type { Participant } from "../../contract/detail.ts";
import { fitness } from "../../contract/field-scores.ts";
import { fieldWords } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import { cellMembers, valueKey } from "../format/values.ts";
import type { ViewColumn } from "../view/columns.ts";
import { speakerKind } from "./speakers.ts";

/** All conversations in which a field has a value. */
export type PersonLink = { field: string; value: string };

/** The account's fields that people are found by. */
export type PersonFields = {
  customer: ViewColumn | undefined;
  agent: ViewColumn | undefined;
  /** The customer's address or telephone number; the customer's field itself where that holds one. */
  address: ViewColumn | undefined;
};

const addressWords = /\b(phones?|mobiles?|numbers?|msisdn|e ?mails?|address(es)?|callers?( ids?)?|from)\b/;
const idWords = /\b(ids?|sids?|keys?|profiles?|reference)\b/;

function holdsAddress({ field }: ViewColumn): boolean {
  return addressWords.test(fieldWords(field)) && !/\bnames?\b/.test(fieldWords(field));
}

function holdsId(column: ViewColumn): boolean {
  return !holdsAddress(column) && idWords.test(fieldWords(column.field));
}

/** Whether a field that plays no role is the customer's all the same: an account may list name and number apart. */
function isOfCustomer({ field, description, kind, measure }: ViewColumn): boolean {
  return kind === "text" && measure !== true && fitness("customer", { name: field, description }) > 0;
}

export function personFields(columns: readonly ViewColumn[]): PersonFields {
  const played = (role: "customer" | "agent") => columns.find((column) => column.role === role);
  const customer = played("customer");
  const others = columns.filter((column) => column.role === undefined && isOfCustomer(column));
  const address = [...(customer ? [customer] : []), ...others].find(holdsAddress);
  return { customer, agent: played("agent"), address };
}

/** A cell's member that is the same text; else the text as it is. */
function spelled(text: string, column: ViewColumn, row: Row | undefined): string {
  return cellMembers(row?.[column.field]).find((member) => valueKey(member) === valueKey(text)) ?? text;
}

function isOnly(person: Participant, people: readonly Participant[]): boolean {
  const isCustomer = ({ type }: Participant) => speakerKind(type) === "customer";
  return people.filter((other) => isCustomer(other) === isCustomer(person)).length === 1;
}

/**
 * Where all conversations of a person are found. The row's own value where it can be nobody else's; else the person's
 * name, or the address where the field holds addresses.
 *
 * @returns undefined where the account has no field for people of this kind, or nothing is known to look for in it.
 */
export function personLink(
  person: Participant,
  people: readonly Participant[],
  fields: PersonFields,
  row: Row | undefined,
): PersonLink | undefined {
  const kind = speakerKind(person.type);
  const column = kind === "customer" ? fields.customer : fields.agent;
  if (!column || kind === "unknown") return undefined;
  const members = cellMembers(row?.[column.field]);
  if (isOnly(person, people) && members.length === 1) return { field: column.field, value: members[0] ?? "" };
  const own = [person.name, ...person.addresses.map(({ address }) => address)].filter((text) => text !== undefined);
  const held = members.find((member) => own.some((text) => valueKey(text) === valueKey(member)));
  if (held !== undefined) return { field: column.field, value: held };
  if (holdsId(column)) return undefined;
  const value = holdsAddress(column) ? person.addresses[0]?.address : person.name;
  return value ? { field: column.field, value } : undefined;
}

/** Where all conversations of an address of a customer's are found. */
export function addressLink(
  address: string | undefined,
  person: Participant,
  fields: PersonFields,
  row: Row | undefined,
): PersonLink | undefined {
  if (!address || !fields.address || speakerKind(person.type) !== "customer") return undefined;
  return { field: fields.address.field, value: spelled(address, fields.address, row) };
}

/** The people that the row names, where the conversation itself cannot be had. */
export function peopleOfRow(row: Row | undefined, { customer, agent }: PersonFields): Participant[] {
  const of = (column: ViewColumn | undefined, type: string): Participant[] =>
    cellMembers(column && row?.[column.field]).map((name) => ({ id: undefined, name, type, addresses: [] }));
  return [...of(customer, "CUSTOMER"), ...of(agent, "AGENT")];
}
