/** A setting that stops the start. The message is one sentence that names the variable and never its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
