import { Module } from '@nestjs/common';
import { PersonQueries } from './person.queries.js';

/** Naming people: apart from UsersModule so that features which users depend on can name people too. */
@Module({ providers: [PersonQueries], exports: [PersonQueries] })
export class PeopleModule {}
