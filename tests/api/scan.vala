// SPDX-License-Identifier: LGPL-2.1-or-later
// A Vala client: scans a message, and reads what the library makes of it.
int main (string[] args) {
    try {
        uint8[] bytes;
        FileUtils.get_data (args[1], out bytes);
        var verdict = Buoy.scan (new Bytes (bytes), null, Buoy.ScanFlags.PICTURES);
        unowned Buoy.Finding finding = verdict.get_findings ()[0];
        assert (verdict.get_level () == Buoy.Level.DANGER);
        assert (finding.get_check ().get_id () == "link-text-mismatch");
        assert (finding.get_value (Buoy.EvidenceKind.ACTUAL_HOST) == "ekl-net.vecterdian.test");
        Buoy.scan (new Bytes ({}), null, 0);
    } catch (Buoy.Error.EMPTY error) {
        return 0;
    } catch (Error error) {
        print ("%s\n", error.message);
    }
    return 1;
}
