// Validates a Teams manifest, given as a file, by the vendor's own tool and the schema of its version, as the vendor
// ships it; writes one {fault} for each fault and at last {version}.
const fs = require('fs');
const { ManifestUtil } = require('@microsoft/teams-manifest');

// The tool would fetch the schema; the package that follows it ships it.
const folder = require('path').dirname(require.resolve('@microsoft/app-manifest'));

const manifest = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const schema = JSON.parse(fs.readFileSync(`${folder}/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, 'utf8').replace(/^\uFEFF/, ''));
ManifestUtil.validateManifestAgainstSchema(manifest, schema).then(faults => {
  for (const fault of faults) console.log(JSON.stringify({ fault }));
  console.log(JSON.stringify({ version: manifest.manifestVersion }));
});
