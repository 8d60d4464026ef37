// The same as peer.py for peers of JavaScript: `node peer.mjs NAME FOLDER`, FOLDER being where they are installed.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [name, folder] = process.argv.slice(2)
const require = createRequire(pathToFileURL(`${folder}/package.json`))
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6 }
const noon = (day) => { const [y, m, d] = day.split('-').map(Number); return new Date(y, m - 1, d, 12) }

const PEERS = {
  // `parse` with the day of publication as reference; which parts are certain tells day, month and year apart.
  chrono() {
    const chrono = require('chrono-node')
    const known = (part) => part && { known: part.knownValues, year: part.get('year'), month: part.get('month'),
      day: part.get('day'), hour: part.get('hour'), minute: part.get('minute') }
    return (text, day) => chrono.parse(text, noon(day)).map((one) => (
      { start: one.index, text: one.text, first: known(one.start), last: known(one.end) }))
  },
  // Its plugin for dates, with offsets.
  compromise() {
    const nlp = require('compromise')
    nlp.plugin(require('compromise-dates'))
    return (text, day) => nlp(text).dates({ today: day, timezone: 'UTC' }).json({ offset: true, terms: false }).map((one) => (
      { start: one.offset.start, text: one.text, dates: one.dates }))
  },
}

const find = PEERS[name]()
const loading = cpu()
for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line)
  const answer = { id: row.id, found: [] }
  const began = cpu()
  try { answer.found = find(row.text, row.day) } catch (error) { answer.error = String(error).slice(0, 200) }
  answer.seconds = cpu() - began
  console.log(JSON.stringify(answer))
}
console.log(JSON.stringify({ loading, megabytes: process.resourceUsage().maxRSS / 1024 }))
