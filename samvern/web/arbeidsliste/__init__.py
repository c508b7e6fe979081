"""The work list and the register: what waits for somebody, and every case, for one viewer."""
