/** The sample account's fields of {@link withIds}, in order. */
export const fieldsWithIds = ["DateCreated", "Id", "Channels", "Languages", "OperatorResult.Value", "Status"];

/** Part of an address that shows each conversation's id, by which a row is known, as its second column. */
export const withIds = fieldsWithIds.map((field) => `column=${field}`).join("&");
