import { Controller, Get, Header } from '@nestjs/common';
import { PAGE } from './page.js';

/** The page with the phones. */
@Controller()
export class PageController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  page(): string {
    return PAGE;
  }
}
