#!/usr/bin/env node
import { runCli } from './cli.js';
import { tolerateClosedPipes } from './terminal.js';

tolerateClosedPipes();
process.exitCode = await runCli(process.argv.slice(2), process.env);
