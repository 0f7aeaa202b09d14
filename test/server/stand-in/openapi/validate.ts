import { Ajv, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import { z } from "zod";
import { type DocumentName, type Documents, documentNames } from "./documents.ts";
import type { Exchange } from "./recorder.ts";

const parameterSchema = z.looseObject({
  name: z.string(),
  in: z.enum(["query", "path", "header"]),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
});
const contentSchema = z.record(z.string(), z.looseObject({ schema: z.unknown() }));
const responseSchema = z.looseObject({
  content: contentSchema.default({}),
  headers: z.record(z.string(), z.looseObject({ schema: z.unknown() })).default({}),
});
const operationSchema = z.looseObject({
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.looseObject({ required: z.boolean().default(false), content: contentSchema }).optional(),
  responses: z.record(z.string(), responseSchema),
});
type Operation = z.infer<typeof operationSchema>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Follows a `$ref` within its document. */
function resolve(document: unknown, value: unknown): unknown {
  if (!isObject(value) || typeof value.$ref !== "string") return value;
  const steps = value.$ref.slice(2).split("/");
  return steps.reduce<unknown>((at, step) => (isObject(at) ? at[step.replace(/~1/g, "/")] : undefined), document);
}

function resolveResponse(document: unknown, value: unknown): unknown {
  const response = resolve(document, value);
  if (!isObject(response) || !isObject(response.headers)) return response;
  const headers = Object.entries(response.headers).map(([name, header]) => [name, resolve(document, header)]);
  return { ...response, headers: Object.fromEntries(headers) };
}

/**
 * OpenAPI 3.0 says two things in words of its own, which are put into those of JSON Schema: null beside a schema without
 * a type, and which of several schemas a discriminator means. Nothing is made weaker by it.
 */
function translate(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translate);
  if (!isObject(schema)) return schema;
  const { discriminator, ...plain } = Object.fromEntries(Object.entries(schema).map(([k, v]) => [k, translate(v)]));
  if (isObject(discriminator) && isObject(discriminator.mapping)) {
    const { oneOf: _, ...rest } = plain;
    const name = String(discriminator.propertyName);
    const known = { required: [name], properties: { [name]: { enum: Object.keys(discriminator.mapping) } } };
    const meant = Object.entries(discriminator.mapping).map(([value, $ref]) => ({
      if: { properties: { [name]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema has a keyword "then"; this object is only ever read as a schema, never awaited
      then: { $ref },
    }));
    return { ...rest, allOf: [known, ...meant] };
  }
  if (plain.nullable === true && plain.type === undefined) {
    const { nullable: _, ...rest } = plain;
    return { anyOf: [{ type: "null" }, rest] };
  }
  return plain;
}

type Found = { document: DocumentName; template: string; operation: Operation; path: Record<string, string> };

/** Holds exchanges against Twilio's documents. Each complaint is a sentence; a good exchange has none. */
export class Validator {
  readonly #documents: Documents;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  readonly #operations = new Map<string, Operation>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(documents: Documents) {
    this.#documents = documents;
    ajvFormats.default(this.#ajv);
    // Twilio's own names of formats; a pattern or an example says what they are.
    for (const name of ["Proc_JobTtid", "secret"]) this.#ajv.addFormat(name, true);
    for (const name of documentNames) this.#ajv.addSchema({ ...Object(translate(documents[name])), $id: name }, name);
  }

  /** The operation that a request asks for. */
  find({ method, path }: Pick<Exchange, "method" | "path">): Found | undefined {
    for (const document of documentNames) {
      for (const [template, item] of Object.entries(this.#documents[document].paths)) {
        const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
        const match = new RegExp(`^${template.replace(/\{\w+\}/g, "([^/]+)")}$`).exec(path);
        const asked = isObject(item) ? item[method.toLowerCase()] : undefined;
        if (!match || !isObject(asked)) continue;
        const key = `${document} ${method} ${template}`;
        const operation =
          this.#operations.get(key) ?? this.#read(document, asked, isObject(item) ? item.parameters : []);
        this.#operations.set(key, operation);
        return {
          document,
          template,
          operation,
          path: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? "")])),
        };
      }
    }
    return undefined;
  }

  #read(document: DocumentName, asked: Record<string, unknown>, shared: unknown): Operation {
    const whole = this.#documents[document];
    const listed = [
      ...(Array.isArray(shared) ? shared : []),
      ...(Array.isArray(asked.parameters) ? asked.parameters : []),
    ];
    return operationSchema.parse({
      ...asked,
      parameters: listed.map((one) => resolve(whole, one)),
      requestBody: resolve(whole, asked.requestBody),
      responses: Object.fromEntries(
        Object.entries(Object(asked.responses)).map(([status, one]) => [status, resolveResponse(whole, one)]),
      ),
    });
  }

  #check(document: DocumentName, schema: unknown, value: unknown, what: string): string[] {
    const key = `${document} ${JSON.stringify(schema)}`;
    // References are within their document, so a schema of it is read as a part of it.
    const local = JSON.parse(JSON.stringify(translate(schema)).replaceAll('"#/', `"${document}#/`));
    const check = this.#compiled.get(key) ?? this.#ajv.compile(local);
    this.#compiled.set(key, check);
    if (check(value)) return [];
    return (check.errors ?? []).slice(0, 3).map((one) => `${what}${one.instancePath} ${one.message}`);
  }

  /** What a document does not allow in a request. */
  request(exchange: Exchange): string[] {
    const found = this.find(exchange);
    const where = `${exchange.method} ${exchange.path}`;
    if (!found) return [`${where} is in no document`];
    const { document, operation, path } = found;
    const unknown = [...exchange.search.keys()].filter(
      (name) => !operation.parameters.some((one) => one.in === "query" && one.name === name),
    );
    const given = (one: z.infer<typeof parameterSchema>) =>
      one.in === "query"
        ? exchange.search.get(one.name)
        : one.in === "path"
          ? path[one.name]
          : exchange.requestHeaders.get(one.name);
    const parameters = operation.parameters.flatMap((one) => {
      const text = given(one) ?? undefined;
      if (text === undefined) return one.required ? [`${where} lacks ${one.name}`] : [];
      const value = one.schema.type === "integer" ? Number(text) : one.schema.type === "array" ? [text] : text;
      return this.#check(document, one.schema, value, `${where} ${one.name}`);
    });
    const body = operation.requestBody;
    const type = exchange.requestHeaders.get("content-type")?.split(";")[0] ?? "";
    const schema = body?.content[type]?.schema;
    const bodies = !body
      ? exchange.requestBody === ""
        ? []
        : [`${where} has a body`]
      : schema === undefined
        ? [`${where} has the type ${type}`]
        : this.#check(document, schema, JSON.parse(exchange.requestBody), `${where} body`);
    return [...unknown.map((name) => `${where} has the unknown parameter ${name}`), ...parameters, ...bodies];
  }

  /** Whether a document lists the status of an answer. */
  isListed(exchange: Exchange): boolean {
    return this.find(exchange)?.operation.responses[exchange.status] !== undefined;
  }

  /** What a document does not allow in an answer. A failure that is not listed has to have the body of one that is. */
  response(exchange: Exchange): string[] {
    const found = this.find(exchange);
    const where = `${exchange.status} of ${exchange.method} ${exchange.path}`;
    if (!found) return [`${where} is in no document`];
    const { document, operation } = found;
    const listed = operation.responses[exchange.status];
    const meant = listed ?? (exchange.status >= 400 ? operation.responses["500"] : undefined);
    const type = exchange.headers.get("content-type")?.split(";")[0] ?? "";
    const schema = meant?.content[type]?.schema;
    if (!meant || schema === undefined) return [`${where} with the type ${type} is not documented`];
    const headers = Object.entries(listed?.headers ?? {}).flatMap(([name, header]) => {
      const text = exchange.headers.get(name);
      if (text === null) return /ratelimit|rate-limit|location/i.test(name) ? [`${where} lacks ${name}`] : [];
      const value = isObject(header.schema) && header.schema.type === "integer" ? Number(text) : text;
      return this.#check(document, header.schema, value, `${where} ${name}`);
    });
    return [...headers, ...this.#check(document, schema, JSON.parse(exchange.body), where)];
  }
}
