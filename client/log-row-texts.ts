/** The names of the keys among the log's rows, apart from texts.ts because the first paint does not need them. */
export const rowKeys = {
  where: "Among the rows of the log",
  keys: [
    { key: "ArrowUp", name: "Previous row" },
    { key: "ArrowDown", name: "Next row" },
    { key: "PageUp", name: "Rows further up" },
    { key: "PageDown", name: "Rows further down" },
    { key: "Home", name: "First row" },
    { key: "End", name: "Last row" },
    { key: "J", name: "Next event" },
    { key: "K", name: "Previous event" },
    { key: "R", name: "Next reconnect" },
    { key: "Shift R", name: "Previous reconnect" },
    { key: "W", name: "Next place where something went wrong" },
    { key: "Shift W", name: "Previous place where something went wrong" },
    { key: "Enter", name: "What is behind the row" },
    { key: "B", name: "Step through what the parser did, from this row on" },
    { key: "Ctrl C", name: "Copy the row" },
  ],
};
