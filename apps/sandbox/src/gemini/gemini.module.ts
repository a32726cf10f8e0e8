import { Module } from '@nestjs/common';
import { GeminiController } from './gemini.controller.js';
import { GeminiScript } from './gemini-script.js';

/** Gemini, answering from a script. */
@Module({ controllers: [GeminiController], providers: [GeminiScript], exports: [GeminiScript] })
export class GeminiModule {}
