import { measureImport } from './measure-import.ts'
import { measureStart } from './measure-start.ts'

// Figures as ratios against something run beside them: absolute times say more about the machine.
for (const measure of [measureStart, measureImport]) process.stdout.write(`${await measure()}\n`)
