import { startAdapterRig, type Adapter, type AdapterParts, type AdapterRig } from './adapter-rig';
import { connectorContract } from './connector-contract';
import { doorContract } from './door-contract';

/**
 * What stands in for botbuilder must do: every case of the two contracts, on tokens signed by a key set of this machine and against the
 * connector stub. docs/teams-successor.md says how another SDK is put in its place.
 */
export function adapterContract(name: string, build: (parts: AdapterParts) => Adapter): void {
  describe(`${name}, as Guichet needs it`, () => {
    let rig: AdapterRig;
    beforeAll(async () => {
      // SDKs write every refused token's fate to the console.
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      rig = await startAdapterRig(build);
    });
    afterAll(() => rig.stop());

    doorContract(() => rig);
    connectorContract(() => rig);
  });
}
