"""The web door: settings, urls, base templates, design components and the public pages."""
