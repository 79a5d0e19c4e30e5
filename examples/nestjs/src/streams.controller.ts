import {
  Controller,
  Headers,
  HttpStatus,
  type MessageEvent,
  NotFoundException,
  Param,
  Res,
  Sse,
} from "@nestjs/common";
import type { Response } from "express";
import { EMPTY, type Observable } from "rxjs";
import { TicksService } from "./ticks.service.js";

const ROOMS = new Set(["kitchen", "garage"]);

@Controller()
export class StreamsController {
  constructor(private readonly ticks: TicksService) {}

  /** Sends ten ticks. Nest lets go of the interval when the client leaves. */
  @Sse("events")
  events(
    @Headers("Last-Event-ID") lastEventId: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Observable<MessageEvent> {
    return this.#behind(lastEventId, response);
  }

  /** Sends the ticks of one room. Another room is a 404, at which an EventSource gives up. */
  @Sse("sse/:id")
  room(
    @Param("id") id: string,
    @Headers("Last-Event-ID") lastEventId: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Observable<MessageEvent> {
    if (!ROOMS.has(id))
      throw new NotFoundException(`No room ${id}: there are ${[...ROOMS].join(", ")}`);
    return this.#behind(lastEventId, response, { room: id });
  }

  #behind(
    header: string | undefined,
    response: Response,
    about?: object,
  ): Observable<MessageEvent> {
    const lastEventId = /^\d+$/.test(header ?? "") ? Number(header) : 0; // anybody can send anything
    if (this.ticks.hasMoreThan(lastEventId)) return this.ticks.after(lastEventId, about);
    response.status(HttpStatus.NO_CONTENT); // after a 200 that ends, an EventSource would ask again for ever
    return EMPTY;
  }
}
