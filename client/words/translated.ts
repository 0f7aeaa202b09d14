/** The same keys with texts of another language: a missing or misspelt key is a type error. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};
