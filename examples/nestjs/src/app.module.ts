import { Module } from "@nestjs/common";
import { StreamsController } from "./streams.controller.js";
import { TicksService } from "./ticks.service.js";

@Module({ controllers: [StreamsController], providers: [TicksService] })
export class AppModule {}
