"""The roles a person can act in. The codes are stored and stand in the API; never respell one."""

from enum import StrEnum
from typing import Final

from samvern.law.text import Text


class Rolle(StrEnum):
    """Who somebody is in the cooperation (`koordineringsenheten.md` part 4)."""

    NK = "nk"
    NK_LEDER = "nk_leder"
    FAGLIG_ANSVARLIG = "faglig_ansvarlig"
    INSTITUSJON = "institusjon"
    RHF = "rhf"
    STATSADVOKAT = "statsadvokat"
    POLITI = "politi"
    KONTROLLKOMMISJON = "kontrollkommisjon"
    STATSFORVALTER = "statsforvalter"
    KRIMINALOMSORG = "kriminalomsorg"
    FORSKER = "forsker"
    REVISOR = "revisor"
    SYSTEMDRIFT = "systemdrift"


ROLLENAVN: Final[dict[Rolle, Text]] = {
    Rolle.NK: Text("Nasjonal koordineringsenhet", "Nasjonal koordineringseining"),
    Rolle.NK_LEDER: Text(
        "Leder i Nasjonal koordineringsenhet", "Leiar i Nasjonal koordineringseining"
    ),
    Rolle.FAGLIG_ANSVARLIG: Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    Rolle.INSTITUSJON: Text("Institusjonens ledelse", "Leiinga ved institusjonen"),
    Rolle.RHF: Text("Regionalt helseforetak", "Regionalt helseføretak"),
    Rolle.STATSADVOKAT: Text("Statsadvokat", "Statsadvokat"),
    Rolle.POLITI: Text("Politi", "Politi"),
    Rolle.KONTROLLKOMMISJON: Text("Kontrollkommisjon", "Kontrollkommisjon"),
    Rolle.STATSFORVALTER: Text("Statsforvalter", "Statsforvaltar"),
    Rolle.KRIMINALOMSORG: Text("Kriminalomsorgen", "Kriminalomsorga"),
    Rolle.FORSKER: Text("Forsker", "Forskar"),
    Rolle.REVISOR: Text("Revisor", "Revisor"),
    Rolle.SYSTEMDRIFT: Text("Drift uten innsyn i saker", "Drift utan innsyn i saker"),
}
