import { Injectable, type MessageEvent } from "@nestjs/common";
import { interval, last, map, merge, type Observable, share, take, takeUntil } from "rxjs";

const LAST = 10;
const EVERY = 500; // ms
const HEARTBEAT = 15_000; // ms; nginx cuts after 60 s of silence

@Injectable()
export class TicksService {
  hasMoreThan(lastEventId: number): boolean {
    return lastEventId < LAST;
  }

  /** The ticks behind `lastEventId`, with a comment now and then for whoever cuts silent connections. */
  after(lastEventId: number, about: object = {}): Observable<MessageEvent> {
    const ticks = interval(EVERY).pipe(
      take(LAST - lastEventId),
      map((n) => lastEventId + n + 1),
      // Without an id of ours Nest gives one, which counts from 1 again on each connection.
      map((tick): MessageEvent => ({ id: String(tick), data: { ...about, tick } })),
      share(),
    );
    const heartbeats = interval(HEARTBEAT).pipe(
      map((): MessageEvent => ({ comment: "" })),
      takeUntil(ticks.pipe(last())),
    );
    return merge(ticks, heartbeats);
  }
}
