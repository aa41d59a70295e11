// The SDK's own echo bot (samples: "empty agent"), anonymous and on loopback: it answers what it was told and keeps nothing.
const { AgentApplication, CloudAdapter, MemoryStorage } = require('@microsoft/agents-hosting')
const express = require('express')

// In production mode the SDK wants an application id; with expectReplies it is never used.
const adapter = new CloudAdapter({ clientId: '00000000-0000-0000-0000-000000000001' })
const agent = new AgentApplication({ adapter, storage: new MemoryStorage() })
agent.onActivity('message', async (context) => { await context.sendActivity(`You said: ${context.activity.text}`) })

const app = express()
app.use(express.json())
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => agent.run(context)))
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.error('ready'))
