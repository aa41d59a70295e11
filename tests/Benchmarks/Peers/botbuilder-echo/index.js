// The SDK's own echo bot (samples: "02.echo-bot"), without credentials and on loopback: it answers what it was told and keeps nothing.
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder')
const restify = require('restify')

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`)
  await next()
})

const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => { await adapter.process(request, response, (context) => bot.run(context)) })
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.error('ready'))
