# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds `bellbuoy check --json` to data/verdict.schema.json: over mail of ours, and over what is no mail."""

import json
import os
import subprocess
import sys
import tempfile

import jsonschema
import lint

SCHEMA = 'data/verdict.schema.json'


def objects_of(program, paths):
    result = subprocess.run([program, 'check', '--json', '--timing', '--fail-on', 'never', *paths],
                            capture_output=True, text=True, check=False)
    return [json.loads(line) for line in result.stdout.splitlines()]


def check_objects(tree, validator, program, paths, n_expected):
    objects = objects_of(program, paths)
    if len(objects) != n_expected:
        tree.fault(SCHEMA, 1, f'{len(objects)} objects for {n_expected} messages')
    for number, found in enumerate(objects):
        for error in validator.iter_errors(found):
            tree.fault(found.get('path', f'object {number}'), 1, f'{error.json_path}: {error.message}')


def check(tree):
    with open(os.path.join(tree.root, SCHEMA), encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    mail = [os.path.join(tree.root, path) for path in tree.paths('.eml')]
    check_objects(tree, validator, sys.argv[2], mail, len(mail))
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, 'empty.eml')
        open(empty, 'wb').close()
        check_objects(tree, validator, sys.argv[2], [empty], 1)


lint.run(check)
