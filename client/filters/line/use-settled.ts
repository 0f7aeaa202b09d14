import { useState } from "react";

/** A value as it was when something opened, until that is closed: nothing moves under a menu that is in use. */
export function useSettled<Value>(value: Value, isOpen: boolean): Value {
  const [settled, setSettled] = useState(value);
  if (isOpen || settled === value) return isOpen ? settled : value;
  setSettled(value);
  return value;
}
