/** An event by which it can be known again on another attempt. */
type Named = { readonly type: string; readonly data: string; readonly lastEventId: string };

/**
 * Its own id, which is one that differs from that of the event before; else its type and data.
 * @param inherited the last event ID that the request sent
 */
export function namesOf(events: readonly Named[], inherited = ""): string[] {
  let before = inherited;
  return events.map((event) => {
    const isOwn = event.lastEventId !== "" && event.lastEventId !== before;
    before = event.lastEventId;
    return isOwn ? `id ${event.lastEventId}` : textOf(event);
  });
}

/** All names that `events` may have been written by. */
export function anyNames(events: readonly Named[], inherited = ""): string[] {
  return [...namesOf(events, inherited), ...events.map(textOf)];
}

/** Returns all of it but its id. */
export function textOf({ type, data }: Named): string {
  return `${type}\n${data}`;
}
